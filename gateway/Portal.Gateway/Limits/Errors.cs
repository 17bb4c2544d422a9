using System.Globalization;
using Portal.ServiceDefaults.Results;

namespace Portal.Gateway.Limits;

internal sealed record TooManyRequests((int Requests, int Seconds) Quota, int SecondsUntilNext) : TooMany(
    "too-many-requests",
    string.Create(
        CultureInfo.InvariantCulture,
        $"More than {Quota.Requests} requests in {Quota.Seconds} s; go on in {SecondsUntilNext} s, and more slowly."),
    TimeSpan.FromSeconds(SecondsUntilNext));
