using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Identity.Domain.Agencies;
using Portal.Identity.Domain.SecondFactors;
using Portal.Identity.Storage;

namespace Portal.Identity.Features.SecondFactors;

/// <summary>
/// Lets the framework's passkey handler read passkeys where Identity keeps them. Users are the agencies' people, who
/// are made and changed elsewhere.
/// </summary>
internal sealed class StaffPasskeyStore(IdentityDb db) : IUserPasskeyStore<StaffMember>
{
    public async Task<IList<UserPasskeyInfo>> GetPasskeysAsync(StaffMember user, CancellationToken cancellationToken) =>
        [.. (await db.Passkeys.AsNoTracking().Where(one => one.StaffId == user.Id).ToListAsync(cancellationToken))
            .Select(InfoOf)];

    public async Task<UserPasskeyInfo?> FindPasskeyAsync(
        StaffMember user, byte[] credentialId, CancellationToken cancellationToken) =>
        await db.Passkeys.AsNoTracking()
            .SingleOrDefaultAsync(
                one => one.StaffId == user.Id && one.CredentialId == credentialId, cancellationToken) is { } found
            ? InfoOf(found)
            : null;

    public async Task<StaffMember?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken) =>
        await db.Passkeys.IgnoreQueryFilters().AsNoTracking()
            .SingleOrDefaultAsync(one => one.CredentialId == credentialId, cancellationToken)
            is { } passkey
            ? await db.Staff.IgnoreQueryFilters()
                .SingleOrDefaultAsync(one => one.Id == passkey.StaffId, cancellationToken)
            : null;

    // Where nobody is known yet, it is the browser's answer that names the person.
    public async Task<StaffMember?> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
        Guid.TryParse(userId, out var id) ? await db.Staff.SingleOrDefaultAsync(
            one => one.Id == id, cancellationToken) : null;

    public Task<string> GetUserIdAsync(StaffMember user, CancellationToken cancellationToken) =>
        Task.FromResult(user.Id.ToString());

    public Task<string?> GetUserNameAsync(StaffMember user, CancellationToken cancellationToken) =>
        Task.FromResult<string?>(user.Email);

    public Task<string?> GetNormalizedUserNameAsync(StaffMember user, CancellationToken cancellationToken) =>
        GetUserNameAsync(user, cancellationToken);

    public Task AddOrUpdatePasskeyAsync(
        StaffMember user, UserPasskeyInfo passkey, CancellationToken cancellationToken) => throw Elsewhere();

    public Task RemovePasskeyAsync(StaffMember user, byte[] credentialId, CancellationToken cancellationToken) =>
        throw Elsewhere();

    public Task SetUserNameAsync(StaffMember user, string? userName, CancellationToken cancellationToken) =>
        throw Elsewhere();

    public Task SetNormalizedUserNameAsync(
        StaffMember user, string? normalizedName, CancellationToken cancellationToken) => throw Elsewhere();

    public Task<IdentityResult> CreateAsync(StaffMember user, CancellationToken cancellationToken) => throw Elsewhere();

    public Task<IdentityResult> UpdateAsync(StaffMember user, CancellationToken cancellationToken) => throw Elsewhere();

    public Task<IdentityResult> DeleteAsync(StaffMember user, CancellationToken cancellationToken) => throw Elsewhere();

    public Task<StaffMember?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) =>
        throw Elsewhere();

    public void Dispose()
    {
    }

    // Which of the two an authenticator showed at first is of no interest later, so neither is kept.
    private static UserPasskeyInfo InfoOf(Passkey passkey) => new(
        passkey.CredentialId, passkey.PublicKey, passkey.CreatedAt, (uint)passkey.SignCount, [
            .. passkey.Transports,
        ], passkey.IsUserVerified,
        passkey.IsBackupEligible, passkey.IsBackedUp, attestationObject: [], clientDataJson: [])
    {
        Name = passkey.Name,
    };

    private static NotSupportedException Elsewhere() =>
        new("People and passkeys are changed by Identity's own features.");
}
