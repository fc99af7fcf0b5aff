import { describe, expect, it } from 'vitest';
import { ReadingRoom } from './reading-room.js';

const READ = { kind: 'read', file: '决算.pdf' } as const;
const never = new Promise<string>(() => {});

describe('the room of documents that are being read', () => {
  it('waits for what is soon there', async () => {
    const room = new ReadingRoom<string>(10_000);
    const place = room.enter('user:1', READ, () => Promise.resolve('read'));
    expect(await room.isSettled(place)).toBe(true);
    expect(await place.work).toBe('read');
  });

  it('gives up waiting and keeps it for whoever gave it alone', async () => {
    const room = new ReadingRoom<string>(1);
    const place = room.enter('user:1', READ, () => never);
    expect(await room.isSettled(place)).toBe(false);
    expect(room.find(place.id, 'user:1')).toBe(place);
    expect(room.find(place.id, 'user:2')).toBeUndefined();
    expect(room.find('another', 'user:1')).toBeUndefined();
  });

  it('is settled by a failure too, which is told when it is asked for', async () => {
    const room = new ReadingRoom<string>(10_000);
    const place = room.enter('user:1', READ, () => Promise.reject(new Error('broken')));
    expect(await room.isSettled(place)).toBe(true);
    await expect(place.work).rejects.toThrow('broken');
  });

  it('says how far work is', async () => {
    const room = new ReadingRoom<string>(1);
    const place = room.enter('user:1', { kind: 'publish', file: '' }, (tell) => {
      tell(2, 8);
      return never;
    });
    expect(await room.isSettled(place)).toBe(false);
    expect(room.find(place.id, 'user:1')?.progress).toEqual({ done: 2, of: 8 });
  });
});
