# npm install --global @finauth-sdk/cli
# FINAUTH_API_KEY, FINAUTH_API_SECRET and FINAUTH_REGION are read from the environment; on a terminal, a missing key or secret is prompted for.
finauth token --liveness-id your-scene --uuid user-0042
