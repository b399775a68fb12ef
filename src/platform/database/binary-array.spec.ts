import { randomUUID } from 'node:crypto';
import { idArray, jsonArray } from './binary-array.js';

const header = '00000001' + '00000001';

describe('idArray', () => {
  it('is the binary form of uuid[], with nulls', () => {
    const id = '0195f3c2-ABCD-7def-8012-3456789abcde';
    expect(idArray([id, null, id]).toString('hex')).toBe(
      `${header}00000b86${'00000003'}00000001` +
        `00000010${id.toLowerCase().replaceAll('-', '')}` +
        'ffffffff' +
        `00000010${id.toLowerCase().replaceAll('-', '')}`,
    );
  });

  it('keeps every digit of every place', () => {
    for (let round = 0; round < 200; round += 1) {
      const id = randomUUID();
      expect(idArray([id]).toString('hex').slice(48)).toBe(id.replaceAll('-', ''));
    }
  });

  it('may be empty', () => {
    expect(idArray([]).toString('hex')).toBe(`${header}00000b860000000000000001`);
  });
});

describe('jsonArray', () => {
  it('is the binary form of jsonb[], counted in bytes', () => {
    const text = Buffer.from('{"q":"是"}');
    expect(jsonArray([{ q: '是' }]).toString('hex')).toBe(
      `${header}00000eda${'00000001'}00000001` + `0000000c01${text.toString('hex')}`,
    );
  });
});
