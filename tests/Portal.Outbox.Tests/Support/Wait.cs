using System.Diagnostics;

namespace Portal.Outbox.Tests.Support;

internal static class Wait
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Waits until a condition holds, and fails after half a minute.</summary>
    public static async Task UntilAsync(Func<Task<bool>> condition, string what)
    {
        var started = Stopwatch.GetTimestamp();
        while (!await condition())
        {
            Assert.True(Stopwatch.GetElapsedTime(started) < Patience, $"Waited {Patience} for {what}.");
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }
    }
}
