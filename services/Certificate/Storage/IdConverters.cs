using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Portal.Certificates.Domain.Certificates;
using Portal.Certificates.Domain.Shares;
using Portal.Insurance;

namespace Portal.Certificates.Storage;

internal sealed class ShareIdConverter() : ValueConverter<ShareId, Guid>(id => id.Value, value => new ShareId(value));

internal sealed class CertificateIdConverter()
    : ValueConverter<CertificateId, Guid>(id => id.Value, value => new CertificateId(value));

internal sealed class DistributionIdConverter()
    : ValueConverter<DistributionId, Guid>(id => id.Value, value => new DistributionId(value));
