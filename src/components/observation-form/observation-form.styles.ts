import { css } from 'lit';
import { noticeStyles } from '../../parts/notice.js';
import { skeletonStyles } from '../../parts/skeleton.js';
import { statusLineStyles } from '../../parts/status-line.js';
import { base } from '../../styles/base.js';
import { buttons } from '../../styles/buttons.js';
import { tokens } from '../../styles/tokens.js';

const layout = css`
  .form {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1.5em;
    padding: clamp(1em, 4cqi, 2.25em);
  }
`;

export const observationFormStyles = [tokens, base, buttons, noticeStyles, skeletonStyles, statusLineStyles, layout];
