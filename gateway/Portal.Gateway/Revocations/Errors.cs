using System.Globalization;
using Portal.ServiceDefaults.Results;

namespace Portal.Gateway.Revocations;

internal sealed record TooManyStreams(int Each) : TooMany(
    "too-many-streams",
    string.Create(
        CultureInfo.InvariantCulture,
        $"{Each} streams of this caller are open already, and no more are allowed; close one, then open this one."),
    TimeSpan.FromSeconds(5));
