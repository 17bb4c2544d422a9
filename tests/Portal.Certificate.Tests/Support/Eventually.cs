using System.Diagnostics;

namespace Portal.Certificate.Tests.Support;

/// <summary>Waits for what happens behind a queue.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static async Task TrueAsync(Func<Task<bool>> condition, CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        while (!await condition())
        {
            Assert.True(clock.Elapsed < Patience, $"It did not come true within {Patience}.");
            await Task.Delay(20, cancellationToken);
        }
    }
}
