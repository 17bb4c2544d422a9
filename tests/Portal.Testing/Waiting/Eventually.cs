using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Portal.Testing.Waiting;

/// <summary>Waits for what happens in the background.</summary>
public static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(20);

    /// <summary>Waits until a condition is true.</summary>
    /// <param name="condition">Asked again and again.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <param name="what">What is awaited, for the message of a failure.</param>
    /// <param name="patience">How long it is waited for; 30 seconds where nothing is said.</param>
    /// <param name="interval">Between two questions; 20 milliseconds where nothing is said.</param>
    /// <exception cref="TimeoutException">It did not become true in time.</exception>
    public static Task TrueAsync(
        Func<bool> condition,
        CancellationToken cancellationToken,
        [CallerArgumentExpression(nameof(condition))] string what = "",
        TimeSpan? patience = null,
        TimeSpan? interval = null) =>
        GetAsync(
            () => Task.FromResult(condition()), isTrue => isTrue, cancellationToken, what, patience, interval);

    /// <inheritdoc cref="TrueAsync(Func{bool}, CancellationToken, string, TimeSpan?, TimeSpan?)"/>
    public static Task TrueAsync(
        Func<Task<bool>> condition,
        CancellationToken cancellationToken,
        [CallerArgumentExpression(nameof(condition))] string what = "",
        TimeSpan? patience = null,
        TimeSpan? interval = null) =>
        GetAsync(condition, isTrue => isTrue, cancellationToken, what, patience, interval);

    /// <inheritdoc
    /// cref="GetAsync{T}(Func{Task{T}}, Func{T, bool}, CancellationToken, string, TimeSpan?, TimeSpan?)"/>
    public static Task<T> GetAsync<T>(
        Func<T> get,
        Func<T, bool> wanted,
        CancellationToken cancellationToken,
        [CallerArgumentExpression(nameof(wanted))] string what = "",
        TimeSpan? patience = null,
        TimeSpan? interval = null) =>
        GetAsync(() => Task.FromResult(get()), wanted, cancellationToken, what, patience, interval);

    /// <summary>Waits until a value is the wanted one.</summary>
    /// <param name="get">Reads the value.</param>
    /// <param name="wanted">Whether the value is the one.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <param name="what">What is awaited, for the message of a failure.</param>
    /// <param name="patience">How long it is waited for; 30 seconds where nothing is said.</param>
    /// <param name="interval">Between two looks; 20 milliseconds where nothing is said.</param>
    /// <returns>The wanted value.</returns>
    /// <exception cref="TimeoutException">It was not seen in time; the message has the last value.</exception>
    public static async Task<T> GetAsync<T>(
        Func<Task<T>> get,
        Func<T, bool> wanted,
        CancellationToken cancellationToken,
        [CallerArgumentExpression(nameof(wanted))] string what = "",
        TimeSpan? patience = null,
        TimeSpan? interval = null)
    {
        var started = Stopwatch.GetTimestamp();
        while (true)
        {
            var value = await get();
            if (wanted(value))
            {
                return value;
            }

            var waited = Stopwatch.GetElapsedTime(started);
            if (waited > (patience ?? Patience))
            {
                throw new TimeoutException(
                    $"Waited {waited.TotalSeconds:F0} s for: {what}. The last value was: {value}.");
            }

            await Task.Delay(interval ?? Interval, cancellationToken);
        }
    }
}
