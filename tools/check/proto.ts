import { type Described, describeImage, type Image } from '../generate/image.ts';
import { runCommand } from './command.ts';

/** Reads events and rpc off `proto/`, or off an image of it. Throws what buf says when it does not compile. */
export async function describeProto(input: string): Promise<Described> {
  const { code, output, stdout } = await runCommand('buf', ['build', input, '-o', '-#format=json']);
  if (code !== 0) throw new Error(output);
  return describeImage(JSON.parse(stdout) as Image); // buf's JSON form of an image is what Image describes.
}
