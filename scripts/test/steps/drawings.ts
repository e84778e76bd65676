import { redraw } from '../../docs/redraw.ts';
import { yesOrNo, type Step } from '../result.ts';

/** The architecture is drawn from the code; a picture that no longer shows it fails. */
export const drawings: Step = {
  name: 'drawings',
  run: async () => {
    const { before, after } = await redraw();
    return yesOrNo(before === after, 'docs/architecture.md does not show the code as it is: npm run docs');
  },
};
