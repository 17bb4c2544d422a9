namespace Portal.Policies.Domain.Lifecycle.Timelines;

/// <summary>By what a policy ends before its terms do.</summary>
internal enum EndingCause
{
    /// <summary>A policy that takes its place.</summary>
    Rewrite,

    Cancellation,

    /// <summary>A mailed notice, by itself.</summary>
    Notice,
}
