using System.Diagnostics;
using Portal.Testing.Running;

namespace Portal.SystemTests.Running;

/// <summary>Waits for what has to come true in a given time.</summary>
internal static class Within
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>What was ended has to be refused everywhere within a second.</summary>
    /// <param name="ask">Answers null as long as it is not refused.</param>
    public static async Task<PortalAnswer> ASecondAsync(Func<Task<PortalAnswer?>> ask)
    {
        var clock = Stopwatch.StartNew();
        while (true)
        {
            // Asked in time counts; how long a busy machine takes over its answer does not.
            var asked = clock.Elapsed;
            if (await ask() is { } refusal)
            {
                return refusal;
            }

            Assert.True(asked < TimeSpan.FromSeconds(1), $"It was still let in {asked} after the end.");
            await Task.Delay(Pause, TestContext.Current.CancellationToken);
        }
    }
}
