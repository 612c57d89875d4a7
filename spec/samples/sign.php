<?php

function sign(string $apiKey, string $apiSecret, int $now, int $random): string
{
    $raw = 'a=' . $apiKey . '&b=' . ($now + 100) . '&c=' . $now . '&d=' . $random;
    $digest = hash_hmac('sha1', $raw, $apiSecret, true); // true: bytes, not hex
    return base64_encode($digest . $raw);
}

// The worked example. For a call: time() and random_int(0, 4294967295).
echo sign('example-key', 'example-secret', 1800000000, 1234567890), "\n";
