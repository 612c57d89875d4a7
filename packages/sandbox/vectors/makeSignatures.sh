#!/bin/sh
# Makes the signatures of one digest with openssl alone, so that the sandbox's judgement is held against an implementation that is not ours.
# Key and secret are the sandbox's own; the time is 1800000000. One file for each digest that the spec can ask for:
#   sh makeSignatures.sh HMAC-SHA1 > HMAC-SHA1.json
#   sh makeSignatures.sh HMAC-SHA256 > HMAC-SHA256.json
set -eu
# The hash, as openssl calls it, and one that is not asked for.
case $1 in
  HMAC-SHA1) hash=sha1 other=sha256 ;;
  HMAC-SHA256) hash=sha256 other=sha1 ;;
  *) echo "makeSignatures.sh knows HMAC-SHA1 and HMAC-SHA256, and no $1" >&2 && exit 2 ;;
esac
key=sandbox-key
secret=sandbox-secret
now=1800000000

raw() { printf 'a=%s&b=%s&c=%s&d=%s' "$1" "$2" "$3" "$4"; }
hmac() { printf '%s' "$1" | openssl dgst -"${3:-$hash}" -mac HMAC -macopt "hexkey:$(printf "$2" | od -An -v -tx1 | tr -d ' \n')" -binary; }
hex() { od -An -v -tx1 | tr -d ' \n'; }
b64() { openssl base64 -A; }
# Bytes that were taken for characters of Latin-1 and written as UTF-8; and those that were read as UTF-8, which none from 80 up survives.
latin1() { for byte in $(od -An -v -tu1); do if [ "$byte" -lt 128 ]; then char "$byte"; else char $((192 + byte / 64)); char $((128 + byte % 64)); fi; done; }
lossy() { for byte in $(od -An -v -tu1); do if [ "$byte" -lt 128 ]; then char "$byte"; else printf '\357\277\275'; fi; done; }
char() { printf "\\$(printf %03o "$1")"; }
# sign RAW SECRET [HASH]: the digest of RAW, then RAW, in Base64.
sign() { { hmac "$1" "$2" "${3:-$hash}"; printf '%s' "$1"; } | b64; }
row() { printf '%s  "%s": "%s"' "$separator" "$1" "$2"; separator=",
"; }

separator=""
printf '{\n'
good=$(raw $key $((now + 100)) $now 1234567890)
row good "$(sign "$good" $secret)"
row goodOther "$(sign "$(raw $key $((now + 100)) $now 1)" $secret)"
row goodZeroRandom "$(sign "$(raw $key $((now + 100)) $now 0)" $secret)"
row lastSecond "$(sign "$(raw $key $now $((now - 100)) 42)" $secret)"
row expired "$(sign "$(raw $key $((now - 1)) $((now - 101)) 42)" $secret)"
row hourAgo "$(sign "$(raw $key $((now - 3500)) $((now - 3600)) 42)" $secret)"
row hourAhead "$(sign "$(raw $key $((now + 3700)) $((now + 3600)) 42)" $secret)"
row singleUse "$(sign "$(raw $key 0 $now 777)" $secret)"
row singleUseOther "$(sign "$(raw $key 0 $now 778)" $secret)"
row duration "$(sign "$(raw $key 100 $now 42)" $secret)"
row timesOutOfOrder "$(sign "$(raw $key $((now + 100)) $((now + 200)) 42)" $secret)"
row swappedTimes "$(sign "$(raw $key $now $((now + 100)) 42)" $secret)"
row timesEqual "$(sign "$(raw $key $((now + 100)) $((now + 100)) 42)" $secret)"
row milliseconds "$(sign "$(raw $key $((now + 100))000 ${now}000 42)" $secret)"
row millisecondsCurrent "$(sign "$(raw $key $((now + 100)) ${now}000 42)" $secret)"
row timeFraction "$(sign "$(raw $key $((now + 100)).5 $now 42)" $secret)"
row randomNegative "$(sign "$(raw $key $((now + 100)) $now -5)" $secret)"
row randomTooLong "$(sign "$(raw $key $((now + 100)) $now 12345678901)" $secret)"
row randomHex "$(sign "$(raw $key $((now + 100)) $now 9af3)" $secret)"
row randomEmpty "$(sign "$(raw $key $((now + 100)) $now '')" $secret)"
row wrongSecret "$(sign "$good" another-secret)"
row secretNewline "$(sign "$good" "$secret\n")"
row secretSpace "$(sign "$good" " $secret")"
row apiKeyAsSecret "$(sign "$good" $key)"
row unknownKey "$(sign "$(raw nobody $((now + 100)) $now 42)" $secret)"
# More than one fault at once, to see which of them decides.
row unknownKeyWrongSecretSwappedTimesExpired "$(sign "$(raw nobody $((now - 101)) $((now - 1)) 42)" another-secret)"
row wrongSecretSwappedTimesExpired "$(sign "$(raw $key $((now - 101)) $((now - 1)) 42)" another-secret)"
row wrongSecretExpired "$(sign "$(raw $key $((now - 1)) $((now - 101)) 42)" another-secret)"
row swappedTimesExpired "$(sign "$(raw $key $((now - 101)) $((now - 1)) 42)" $secret)"
row emptyKey "$(sign "$(raw '' $((now + 100)) $now 42)" $secret)"
row otherDigest "$(sign "$good" $secret $other)"
row md5 "$(sign "$good" $secret md5)"
row hexDigest "$({ hmac "$good" $secret | hex; printf '%s' "$good"; } | b64)"
row hexDigestBare "$(hmac "$good" $secret | hex)"
row base64Digest "$({ hmac "$good" $secret | b64; printf '%s' "$good"; } | b64)"
row digestAsLatin1 "$({ hmac "$good" $secret | latin1; printf '%s' "$good"; } | b64)"
row digestAsUtf8 "$({ hmac "$good" $secret | lossy; printf '%s' "$good"; } | b64)"
row encodedTwice "$(sign "$good" $secret | b64)"
row digestLast "$({ printf '%s' "$good"; hmac "$good" $secret; } | b64)"
row digestAlone "$(hmac "$good" $secret | b64)"
row rawAlone "$(printf '%s' "$good" | b64)"
row plainHash "$({ printf '%s%s' "$good" $secret | openssl dgst -$hash -binary; printf '%s' "$good"; } | b64)"
row swapped "$({ hmac "$secret" "$good"; printf '%s' "$good"; } | b64)"
bca="b=$((now + 100))&c=$now&a=$key&d=42"
row outOfOrder "$(sign "$bca" $secret)"
acbd="a=$key&c=$now&b=$((now + 100))&d=42"
row currentBeforeExpiry "$(sign "$acbd" $secret)"
row noRandom "$(sign "a=$key&b=$((now + 100))&c=$now" $secret)"
longNames="api_key=$key&expire_time=$((now + 100))&current_time=$now&random=42"
row longNames "$(sign "$longNames" $secret)"
row longNamesHexDigest "$({ hmac "$longNames" $secret | hex; printf '%s' "$longNames"; } | b64)"
row trailingNewline "$({ printf '%s\n' "$good" | openssl dgst -$hash -hmac $secret -binary; printf '%s' "$good"; } | b64)"
# These need a + or a / in the text: the first random that gives both.
random=1
while :; do
  plus=$(sign "$(raw $key $((now + 100)) $now $random)" $secret)
  case $plus in *+*/* | */*+*) break ;; esac
  random=$((random + 1))
done
row plusAndSlash "$plus"
row urlSafe "$(printf '%s' "$plus" | tr '+/' '-_')"
row percentEncoded "$(printf '%s' "$plus" | sed 's/+/%2B/g; s|/|%2F|g; s/=/%3D/g')"
row plusBecameSpace "$(printf '%s' "$plus" | tr '+' ' ')"
# This one begins with a +.
random=1
while :; do
  plusFirst=$(sign "$(raw $key $((now + 100)) $now $random)" $secret)
  case $plusFirst in +*) break ;; esac
  random=$((random + 1))
done
row plusFirstBecameSpace "$(printf '%s' "$plusFirst" | tr '+' ' ')"
# And this one has a padding.
random=1
while :; do
  padded=$(sign "$(raw $key $((now + 100)) $now $random)" $secret)
  case $padded in *=) break ;; esac
  random=$((random * 10))
done
row padded "$padded"
row notPadded "$(printf '%s' "$padded" | tr -d '=')"
row lineBreaks "$(printf '%s' "$plus" | sed 's/.\{76\}/&\\r\\n/g')"
row trailingLineBreak "$plus\\n"
row notBase64 "**not base64**"
row garbage "$(printf 'this is not a signature, but it is Base64' | b64)"
printf '\n}\n'
