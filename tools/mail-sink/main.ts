import { parseArgs } from 'node:util';
import { startMailSink } from '@yitu/testkit/servers';

// node tools/mail-sink/main.ts --dir <directory> --smtp-port <port> --http-port <port>
const { values } = parseArgs({
  options: {
    dir: { type: 'string', default: '.yitu/mail' },
    'smtp-port': { type: 'string', default: '1025' },
    'http-port': { type: 'string', default: '8025' },
  },
});

const sink = await startMailSink({
  dir: values.dir,
  smtpPort: Number(values['smtp-port']),
  httpPort: Number(values['http-port']),
});
if (!sink.smtpUrl.endsWith(`:${values['smtp-port']}`) || !sink.httpUrl.endsWith(`:${values['http-port']}`)) {
  // Whoever named the ports looks for the mail there.
  console.error(`port ${values['smtp-port']} or ${values['http-port']} is taken`);
  process.exit(1);
}
console.log(`mail for ${sink.smtpUrl} is shown at ${sink.httpUrl}`);

const stop = () => void sink.stop().then(() => process.exit(0));
process.on('SIGTERM', stop);
process.on('SIGINT', stop);
