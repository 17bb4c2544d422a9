using Microsoft.AspNetCore.Http.HttpResults;
using Portal.Identity.Keys;
using Portal.ServiceDefaults.Operations;

namespace Portal.Identity.Features.Keys.RotateKeys;

/// <summary>
/// The operator's command that begins a rotation now, as <c>dotnet Portal.Identity.dll rotate-keys</c> does.
/// </summary>
internal static partial class RotateKeysEndpoint
{
    public static void MapRotateKeys(this IEndpointRouteBuilder routes) => routes.MapOperations()
        .MapPost("/rotate-keys", RotateAsync)
        .WithName("RotateKeys")
        .WithSummary("Begins a rotation of the signing keys; one that has begun already is all there is.");

    private static async Task<Ok<RotationResponse>> RotateAsync(
        KeyRotation rotation, ILogger<KeyRotation> log, CancellationToken cancellationToken)
    {
        var coming = await rotation.BeginAsync(cancellationToken);
        Begun(log, coming.Id, coming.SignsFrom);
        return TypedResults.Ok(new RotationResponse(coming.Id, coming.SignsFrom));
    }

    [LoggerMessage(LogLevel.Warning, "An operator began a rotation: the key {Key} signs from {From:O}")]
    private static partial void Begun(ILogger log, string key, DateTimeOffset from);
}
