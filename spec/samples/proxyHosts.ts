// npm install @finauth-sdk/client @finauth-sdk/signing
import { servers } from '@finauth-sdk/client';
import { environmentProxy } from '@finauth-sdk/signing/node';

for (const [region, { url }] of Object.entries(servers)) {
  const proxy = environmentProxy(url);
  const used = proxy !== undefined && proxy.enabled && !proxy.exempt;
  console.log(region, new URL(url).host, used ? `through ${proxy.variable}` : 'directly');
}
