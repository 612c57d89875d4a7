# The table below has your region's server.
url="${FINAUTH_BASE_URL:-https://host-of-your-region.example}"
curl --silent --show-error --head --output /dev/null --write-out '
status %{http_code} from %{remote_ip}
DNS    %{time_namelookup} s
TCP    %{time_connect} s
TLS    %{time_appconnect} s
answer %{time_total} s
' "$url"

# Your clock, and the server's.
date -u
curl --silent --head "$url" | grep -i '^date:'
