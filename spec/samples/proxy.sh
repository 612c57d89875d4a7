# Your proxy. Node uses it only with NODE_USE_ENV_PROXY.
export HTTPS_PROXY="${HTTPS_PROXY:-http://proxy.example:3128}"
export NO_PROXY="localhost,127.0.0.1,.internal.example"
export NODE_USE_ENV_PROXY=1
# If it inspects TLS: the proxy's CA certificates.
export NODE_EXTRA_CA_CERTS="${NODE_EXTRA_CA_CERTS:-/etc/ssl/company-ca.pem}"

finauth doctor
