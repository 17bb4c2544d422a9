namespace Portal.Identity.Features.Access;

/// <summary>What a notice says besides its kind.</summary>
/// <param name="Client">Legal name of the client whose account it is about.</param>
/// <param name="Remark">What somebody wrote to the person.</param>
/// <param name="Subject">What was changed, or to whom access was given; without whole addresses.</param>
/// <param name="By">Name of whoever did it.</param>
internal sealed record NoticeText(
    string? Client = null, string? Remark = null, string? Subject = null, string? By = null);
