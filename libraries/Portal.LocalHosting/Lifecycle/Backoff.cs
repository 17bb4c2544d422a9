namespace Portal.LocalHosting.Lifecycle;

/// <summary>
/// How long to wait before a process that died is started again: half a second, doubling up to half a minute.
/// </summary>
internal sealed class Backoff
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    private TimeSpan _next = First;

    /// <param name="lived">How long the process was up; one that lived longer than the longest wait starts
    /// afresh.</param>
    public TimeSpan Next(TimeSpan lived)
    {
        var wait = lived > Longest ? First : _next;
        _next = wait * 2 < Longest ? wait * 2 : Longest;
        return wait;
    }
}
