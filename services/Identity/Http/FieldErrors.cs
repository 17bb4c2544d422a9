using Portal.ServiceDefaults.Results;

namespace Portal.Identity.Http;

internal sealed record TextUnfit(int Longest) : RuleViolation(
    "text-unfit", $"Write at most {Longest} characters on one line.");

internal sealed record NoEmailAddress() : RuleViolation(
    "no-email-address", "This is no mail address, or several; write one as name@company.example.");

internal sealed record NoMobileNumber() : RuleViolation(
    "no-mobile-number", "Write an American number such as (617) 555-0142, or another with + and its country code, without an extension, which no text message reaches.");

internal sealed record StateUnknown() : RuleViolation("state-unknown", "The state is not a USPS code; write two letters such as NJ.");

internal sealed record ZipUnfit() : RuleViolation("zip-unfit", "A ZIP code has five digits, or nine as 12345-6789.");
