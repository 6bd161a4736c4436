import { RouterProvider } from '@tanstack/react-router';
import { show } from '../frame/app.tsx';
import { keepAgency } from '../session/sign-in/agency.ts';
import { router } from './router.tsx';
import './entry.css';

// An address names the agency (`?agency=`) once; from then on this device knows it.
const named = new URLSearchParams(location.search).get('agency');
if (named) keepAgency(named);

show(<RouterProvider router={router} />);
