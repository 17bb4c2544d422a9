using Portal.Insurance;
using Portal.ServiceDefaults.Results;

namespace Portal.Identity.Features.ManageSettings;

internal sealed record WaysUnfit() : RuleViolation(
    "ways-unfit", "The ways of signing in are 'email', which always stays, and 'google'.");

internal sealed record ColorUnfit() : RuleViolation(
    "color-unfit", "Write the color as # and six hexadecimal digits, such as #0f5c6e.");

internal sealed record TimeZoneUnfit() : RuleViolation(
    "time-zone-unfit", $"Name one of {string.Join(", ", UsTimeZone.All.Select(zone => zone.Id))}, or leave it out.");

internal sealed record LimitOutOfRange(int Least, int Most) : RuleViolation("limit-out-of-range", $"Choose {Least} to {Most}.");
