using System.Text.Json;

namespace Portal.Identity.Features.SecondFactors.ManagePasskeys;

/// <summary>What to give to navigator.credentials, and to send back with its answer.</summary>
internal sealed record PasskeyOptionsResponse(JsonElement Options, string State);
