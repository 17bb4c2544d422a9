using System.Globalization;

namespace Portal.Identity.Keys;

/// <summary>
/// <c>dotnet Portal.Identity.dll rotate-keys</c>: begins a rotation now, as after a key may have become known.
/// </summary>
internal static class RotateKeysCommand
{
    public const string Name = "rotate-keys";

    /// <summary>Begins the rotation, which the running replicas carry on, and tells what will happen.</summary>
    public static async Task RunAsync(IServiceProvider services, TextWriter output, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var coming = await scope.ServiceProvider.GetRequiredService<KeyRotation>().BeginAsync(cancellationToken);
        var from = coming.SignsFrom.ToString("u", CultureInfo.InvariantCulture);
        await output.WriteLineAsync(
            $"The key {coming.Id} is published and signs from {from}; nothing else is to be done.");
    }
}
