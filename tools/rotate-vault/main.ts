import { parseArgs } from 'node:util';
import { readPlatform } from './config.ts';
import { rotate, rotationKinds } from './rotate.ts';

// npm run rotate:vault -- root-key|agency-key|data-keys [--service crm]… [--since <instant>] [--parallel 2]
const usage = `usage: npm run rotate:vault -- ${rotationKinds.join('|')} [--service crm]… [--since <instant>] [--parallel 2]`;

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      service: { type: 'string', multiple: true, default: ['crm', 'identity'] },
      since: { type: 'string' },
      parallel: { type: 'string', default: '2' },
    },
  });
  const kind = rotationKinds.find((one) => one === positionals[0]);
  const parallel = Number(values.parallel);
  if (!kind || positionals.length !== 1 || !Number.isInteger(parallel) || parallel < 1) {
    console.error(usage);
    return 2;
  }
  const platform = await readPlatform();
  if (!platform) {
    console.error(
      'Yitu does not run here; name it by GATEWAY_URL and OPERATOR_SECRET, or start it: npm start',
    );
    return 1;
  }
  const { service: services, since } = values;
  const wish = { kind, services, parallel, ...(since && { since }) };
  const { agencies, keys, seconds } = await rotate(platform, wish, (line) => console.log(line));
  console.log(JSON.stringify({ rotated: kind, agencies, keys, seconds: Number(seconds.toFixed(1)) }));
  return 0;
}

process.exitCode = await main();
