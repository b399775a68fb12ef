import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { Suspense } from 'react';
import { lazyPage } from './ui/lazy-page';
import { BrowserRouter, Navigate, Route, Routes, useLocation } from 'react-router';
import { queryClient } from './api/query-client';
import { theme } from './theme';
import { AppFrame } from './ui/app-frame';
import { ErrorBoundary } from './ui/error-boundary';
import { NotFoundPage } from './ui/not-found-page';
import { PageSkeleton } from './ui/page-skeleton';

const FairListPage = lazyPage(() => import('./fair/fair-list-page'), 'FairListPage');
const FairPage = lazyPage(() => import('./fair/fair-page'), 'FairPage');
const SignInPage = lazyPage(() => import('./session/sign-in-page'), 'SignInPage');
const SignUpPage = lazyPage(() => import('./session/sign-up-page'), 'SignUpPage');
const ForgotPasswordPage = lazyPage(
  () => import('./session/forgot-password-page'),
  'ForgotPasswordPage',
);
const ResetPasswordPage = lazyPage(
  () => import('./session/reset-password-page'),
  'ResetPasswordPage',
);
const AccountPage = lazyPage(() => import('./session/account-page'), 'AccountPage');
const MyApplicationsPage = lazyPage(
  () => import('./application/my-applications-page'),
  'MyApplicationsPage',
);
const LiveSessionPage = lazyPage(
  () => import('./live-session/live-session-page'),
  'LiveSessionPage',
);
const WallPage = lazyPage(() => import('./wall/wall-page'), 'WallPage');
const WallListPage = lazyPage(() => import('./wall/wall-list-page'), 'WallListPage');

export function App() {
  return (
    // The theme's variables come from a file of the build: inline styles would break the policy.
    <MantineProvider
      theme={theme}
      defaultColorScheme="auto"
      withCssVariables={false}
      withGlobalClasses={false}
    >
      <QueryClientProvider client={queryClient}>
        <BrowserRouter>
          <GuardedPages />
        </BrowserRouter>
      </QueryClientProvider>
    </MantineProvider>
  );
}

function GuardedPages() {
  const { pathname } = useLocation();
  return (
    <ErrorBoundary place={pathname}>
      <Pages />
    </ErrorBoundary>
  );
}

function Pages() {
  return (
    <Suspense fallback={<PageSkeleton />}>
      <Routes>
        <Route path="wall" element={<WallPage />} />
        <Route path="wall/fairs/:fairId" element={<WallPage />} />
        <Route path="live-sessions/:sessionId/*" element={<LiveSessionPage />} />
        <Route element={<AppFrame />}>
          <Route index element={<FairListPage />} />
          <Route path="fairs" element={<Navigate to="/" replace />} />
          <Route path="fairs/:fairId/*" element={<FairPage />} />
          <Route path="sign-in" element={<SignInPage />} />
          <Route path="sign-up" element={<SignUpPage />} />
          <Route path="forgot-password" element={<ForgotPasswordPage />} />
          <Route path="reset-password" element={<ResetPasswordPage />} />
          <Route path="account" element={<AccountPage />} />
          <Route path="applications" element={<MyApplicationsPage />} />
          <Route path="wall/figures/:figure" element={<WallListPage />} />
          <Route path="wall/fairs/:fairId/figures/:figure" element={<WallListPage />} />
          <Route path="*" element={<NotFoundPage />} />
        </Route>
      </Routes>
    </Suspense>
  );
}
