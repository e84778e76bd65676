import { build } from '../../build/build.ts';
import { yesOrNo, type Step } from '../result.ts';

export const buildOnce: Step = {
  name: 'build',
  run: async () => {
    try {
      await build();
      return yesOrNo(true, '');
    } catch (error) {
      return yesOrNo(false, error instanceof Error ? error.message : String(error));
    }
  },
};
