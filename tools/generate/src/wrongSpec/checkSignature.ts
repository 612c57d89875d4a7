import { createHmac } from 'node:crypto';
import { digests } from '../contract/digests.ts';
import { operationsOf, type Contract, type SignatureScheme } from '../contract/contract.ts';
import { requestExamples } from '../contract/requestExamples.ts';
import type { Problem } from '../problem.ts';

/** Whether the parts of the signature fit one another, and what the SDK can sign. A signature that is wrong in one of them is refused by FinAuth, and nobody sees why. */
export function checkSignature(contract: Contract): Problem[] {
  const scheme = contract['x-signature'];
  const problems = [...checkDigest(scheme), ...checkNames(scheme), ...checkNumbers(scheme)].map(placed);
  // The example is worked out by the parts: before they fit there is nothing to compare it with.
  return problems.length > 0 ? problems : [...checkExample(scheme).map(placed), ...checkRequests(contract)];
}

type Found = [key: string | string[], says: string, remedy: string];

function placed([key, says, remedy]: Found): Problem {
  return { path: ['x-signature', ...[key].flat()], says, remedy };
}

function checkDigest({ algorithm, digest, digestBytes }: SignatureScheme): Found[] {
  const known = Object.hasOwn(digests, digest) ? digests[digest] : undefined;
  if (!known) return [['digest', `The SDK cannot make the digest ${digest}.`, `Write one of ${Object.keys(digests).join(', ')}.`]];
  const found: Found[] = [];
  if (known.bytes !== digestBytes)
    found.push([
      'digestBytes',
      `${digest} has ${known.bytes} bytes, and digestBytes is ${digestBytes}.`,
      `Write ${known.bytes}, or correct the digest.`,
    ]);
  const [named] = /sha-?\d+|md5/i.exec(algorithm) ?? [];
  if (named !== undefined && named.replace('-', '').toLowerCase() !== known.hash)
    found.push([
      'algorithm',
      `The algorithm is called ${algorithm}, and its digest is ${digest}.`,
      'Correct the one that is wrong: FinAuth goes by the algorithm.',
    ]);
  return found;
}

function checkNames({ algorithm, fields, parameters }: SignatureScheme): Found[] {
  const found: Found[] = [];
  if (!/^[\w.-]+$/.test(algorithm))
    found.push(['algorithm', `${algorithm} cannot be the name of an algorithm.`, 'Write letters, digits, _, - and . only.']);
  for (const [group, names] of Object.entries({ fields, parameters })) {
    for (const [key, name] of Object.entries(names)) {
      if (!/^[A-Za-z_]\w*$/.test(name) || name in Object.prototype)
        found.push([
          [group, key],
          `${JSON.stringify(name)} cannot be the name of ${key} here.`,
          'Write letters, digits and _ only, a letter first.',
        ]);
      else if (Object.values(names).indexOf(name) !== Object.keys(names).indexOf(key))
        found.push([[group, key], `${name} is the name of two ${group}.`, 'Give each a name of its own.']);
    }
  }
  return found;
}

function checkNumbers({ randomMaxDigits, defaultWindowSeconds, singleUseExpireTime }: SignatureScheme): Found[] {
  const found: Found[] = [];
  // The secure numbers have 53 bits; fewer digits than four would repeat within a second.
  if (randomMaxDigits < 4 || randomMaxDigits > 15)
    found.push(['randomMaxDigits', `The SDK makes no random number of ${randomMaxDigits} digits.`, 'Write a number from 4 to 15.']);
  if (defaultWindowSeconds > 86_400)
    found.push([
      'defaultWindowSeconds',
      `A signature would be good for ${defaultWindowSeconds} seconds.`,
      'Write a day, 86400, at most: whoever sees a signature can use it.',
    ]);
  if (singleUseExpireTime !== undefined && singleUseExpireTime > 1_000_000)
    found.push([
      'singleUseExpireTime',
      `${singleUseExpireTime} may be the time of a signature with a window.`,
      'Write a number that is no time of today, such as 0.',
    ]);
  return found;
}

function checkExample(scheme: SignatureScheme): Found[] {
  const { example, parameters } = scheme;
  const { apiKey, apiSecret, currentTime, expireTime, random } = example;
  const found: Found[] = [];
  if (!(Number(expireTime) > Number(currentTime)))
    found.push([['example', 'expireTime'], 'The example expires before it is made.', 'Write a time after currentTime.']);
  if (String(random).length > scheme.randomMaxDigits)
    found.push([
      ['example', 'random'],
      `The random of the example has more than ${scheme.randomMaxDigits} digits.`,
      'Write a shorter one, or correct randomMaxDigits.',
    ]);
  const raw = `${parameters.apiKey}=${apiKey}&${parameters.expireTime}=${expireTime}&${parameters.currentTime}=${currentTime}&${parameters.random}=${random}`;
  const digest = createHmac(digests[scheme.digest]!.hash, String(apiSecret)).update(raw).digest();
  const right = { raw, digestHex: digest.toString('hex'), sign: Buffer.concat([digest, Buffer.from(raw)]).toString('base64') };
  for (const [key, value] of Object.entries(right)) {
    if (example[key] !== value)
      found.push([['example', key], `The ${key} of the example is not what the parts of the signature make.`, `By them it is ${value}`]);
  }
  return found;
}

/** The examples of the requests carry the worked example, or one that its secret has made too. */
function checkRequests(contract: Contract): Problem[] {
  const scheme = contract['x-signature'];
  const { hash, bytes } = digests[scheme.digest]!;
  return operationsOf(contract).flatMap(({ path, method, operation }) =>
    requestExamples(contract, operation).flatMap(({ name, value, at }) => {
      const sign = (value as Record<string, unknown> | undefined)?.[scheme.fields.sign];
      if (typeof sign !== 'string') return [];
      const signed = Buffer.from(sign, 'base64');
      const raw = signed.subarray(bytes);
      const right = createHmac(hash, String(scheme.example['apiSecret'])).update(raw).digest();
      if (signed.toString('base64') === sign && right.equals(signed.subarray(0, bytes))) return [];
      const says = `The ${scheme.fields.sign} of the example ${name} is not one that the example of signature.yaml has made.`;
      return [
        { path: ['paths', path, method, ...at(scheme.fields.sign)], says, remedy: `Copy it from there: ${String(scheme.example['sign'])}` },
      ];
    }),
  );
}
