#!/bin/sh
# Only for a manual test: while it runs, other users of this machine can see the secret among its processes.
set -eu
now=$(date +%s)
random=$(od -An -N4 -tu4 /dev/urandom | tr -d ' ')
raw="a=$FINAUTH_API_KEY&b=$((now + 100))&c=$now&d=$random"
digest() { printf %s "$raw" | openssl dgst -sha1 -hmac "$FINAUTH_API_SECRET" -binary; }
sign=$({ digest; printf %s "$raw"; } | openssl base64 -A)

curl --silent --show-error "${FINAUTH_BASE_URL:-https://api-sgp.yljz.com}/finauth/v5/sdk/get_biz_token" \
  --form-string "sign=$sign" \
  --form-string 'sign_version=hmac_sha1' \
  --form-string 'liveness_id=your-scene' \
  --form-string 'uuid=user-0042'
