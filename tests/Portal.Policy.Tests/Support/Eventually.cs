using System.Diagnostics;

namespace Portal.Policies.Tests.Support;

/// <summary>Waits for what happens behind a queue.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static async Task<T> GetAsync<T>(
        Func<Task<T>> get, Func<T, bool> wanted, CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        while (true)
        {
            var value = await get();
            if (wanted(value))
            {
                return value;
            }

            Assert.True(clock.Elapsed < Patience, $"It did not come true within {Patience}; last: {value}");
            await Task.Delay(30, cancellationToken);
        }
    }
}
