import { validateGetBizTokenInput } from '@finauth-sdk/validator';

const verdict = validateGetBizTokenInput({ liveness_id: 'your-scene', uuid: '验'.repeat(100) });

if (!verdict.valid) for (const { field, rule, message } of verdict.issues) console.log(`${field} (${rule}): ${message}`);
