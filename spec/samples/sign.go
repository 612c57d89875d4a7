package main

import (
	"crypto/hmac"
	"crypto/sha1"
	"encoding/base64"
	"fmt"
)

func sign(apiKey, apiSecret string, now int64, random uint32) string {
	raw := fmt.Sprintf("a=%s&b=%d&c=%d&d=%d", apiKey, now+100, now, random)
	mac := hmac.New(sha1.New, []byte(apiSecret))
	mac.Write([]byte(raw))
	joined := append(mac.Sum(nil), raw...) // bytes, not hex
	return base64.StdEncoding.EncodeToString(joined)
}

// The worked example. For a call: time.Now().Unix() and four bytes of crypto/rand.
func main() {
	fmt.Println(sign("example-key", "example-secret", 1800000000, 1234567890))
}
