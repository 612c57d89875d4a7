// For localhost, signed by itself. Made once, with openssl, and good for a hundred years: not every machine has openssl.
export const key: string = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgOEbaFu221e+NMm2t
OE5XgTZpY8+Ypr7o5dtym2SdgLahRANCAAQXNZ2bBP/BoqZT4e/muGO6iEHZm0H7
ncxQzCFqD8i8CCggzHJqFWfy/qJsJlcscqZb5YwlOQwybF6UjS4oUMbU
-----END PRIVATE KEY-----
`;
export const cert: string = `-----BEGIN CERTIFICATE-----
MIIBlTCCATugAwIBAgIUHGzgba4qAwRACM9/QQ23OEBvUzkwCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyNDE0MTUwMloYDzIxMjYxMDMx
MTQxNTAyWjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAAQXNZ2bBP/BoqZT4e/muGO6iEHZm0H7ncxQzCFqD8i8CCggzHJqFWfy
/qJsJlcscqZb5YwlOQwybF6UjS4oUMbUo2kwZzAdBgNVHQ4EFgQUVoH42Fxi+GR1
Ux2Pmj/vcMxNyzgwHwYDVR0jBBgwFoAUVoH42Fxi+GR1Ux2Pmj/vcMxNyzgwDwYD
VR0TAQH/BAUwAwEB/zAUBgNVHREEDTALgglsb2NhbGhvc3QwCgYIKoZIzj0EAwID
SAAwRQIhAIUDCaRN8aGacQBXShOZtd7NXGQ8rfQIPc4GtH/leCI5AiARPxc0zHNg
KA+40Rmf6RwdRUSCt2edXPZz08O7fuQykA==
-----END CERTIFICATE-----
`;
