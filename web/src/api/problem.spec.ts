import { fieldErrors, isTemporary, problemOf } from './problem';

describe('problemOf', () => {
  it('reads the problem document of the server', () => {
    const problem = problemOf({
      type: 'about:blank',
      title: '填写的内容有误，请检查',
      status: 422,
      code: 'request.invalid',
      correlationId: 'c-1',
      errors: [
        { field: 'phone', code: 'field.required', message: '必填' },
        { field: 'phone', code: 'field.format', message: '格式不正确' },
      ],
    });
    expect(problem).toMatchObject({ code: 'request.invalid', correlationId: 'c-1' });
    expect(fieldErrors(problem)).toEqual({ phone: '必填' });
    expect(isTemporary(problem)).toBe(false);
  });

  it('takes a failed connection for a network problem that may pass', () => {
    const problem = problemOf(new TypeError('Failed to fetch'));
    expect(problem.code).toBe('network');
    expect(isTemporary(problem)).toBe(true);
  });

  it.each([null, undefined, '<html>502</html>', { code: 1 }, new Error('odd')])(
    'survives %p',
    (thrown) => {
      expect(problemOf(thrown)).toMatchObject({ code: 'unexpected', errors: [] });
    },
  );

  it('asks for patience on the statuses that a busy or restarting server gives', () => {
    const withStatus = (status: number) => problemOf({ code: 'server.unavailable', status });
    expect([429, 502, 503, 504].map((status) => isTemporary(withStatus(status)))).toEqual(
      Array(4).fill(true),
    );
    expect(isTemporary(withStatus(409))).toBe(false);
  });
});
