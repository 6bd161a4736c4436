import { describe, expect, it } from 'vitest';
import { jpeg, place, png, webp } from '../fixtures/picture-bytes.ts';
import { recognise } from './recognise.ts';

const code = (file: Buffer) => {
  try {
    recognise(file);
  } catch (error) {
    return Reflect.get(Object(error), 'code');
  }
  return undefined;
};

describe('a picture is recognised by its content', () => {
  it.each([
    ['image/jpeg', jpeg(), 40, 30],
    ['image/png', png(), 20, 20],
    ['image/webp', webp(), 50, 60],
  ])('as %s, and keeps nothing of where it was taken', (mediaType, file, width, height) => {
    expect(file.includes(place)).toBe(true);
    const picture = recognise(file);
    expect(picture).toMatchObject({ mediaType, width, height });
    expect(picture.bytes.includes(place)).toBe(false);
    expect(picture.bytes.includes('XMP ')).toBe(false);
    expect(recognise(picture.bytes)).toEqual(picture);
  });

  it('and a photograph stays turned as the camera was held', () => {
    const picture = recognise(jpeg(40, 30, 6));
    expect(picture).toMatchObject({ width: 30, height: 40 });
    expect(picture.bytes.includes('Exif')).toBe(true);
    expect(recognise(picture.bytes)).toEqual(picture);
    expect(recognise(jpeg()).bytes.includes('Exif')).toBe(false);
  });

  it.each([
    ['<svg xmlns="http://www.w3.org/2000/svg"/>', 'booking/not-a-picture'],
    ['GIF89a', 'booking/not-a-picture'],
    ['', 'booking/not-a-picture'],
  ])('and %j is none', (text, refusal) => {
    expect(code(Buffer.from(text))).toBe(refusal);
  });

  it.each([
    ['a JPEG', jpeg()],
    ['a PNG', png()],
    ['a WebP', webp()],
  ])('and %s that ends early is damaged, wherever it ends', (_name, file) => {
    const whole = recognise(file).bytes;
    for (let length = 12; length < whole.length; length++)
      expect([length, code(whole.subarray(0, length))]).toEqual([length, 'booking/picture-damaged']);
  });

  it('and a PNG with another byte in it is damaged', () => {
    const file = png();
    file[60] = (file[60] ?? 0) ^ 1;
    expect(code(file)).toBe('booking/picture-damaged');
  });

  it.each([
    [15, 100],
    [8_001, 100],
    [7_000, 7_000],
  ])('and one of %i × %i pixels is refused', (width, height) => {
    expect(code(png(width, height))).toBe('booking/picture-size');
  });
});
