using Xunit;

namespace NlOpt.Datasets.Tests;

/// <summary>Tests on the published data; skipped with their reason where they are absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class RealDataTheoryAttribute : TheoryAttribute
{
    public RealDataTheoryAttribute()
    {
        if (!RealDataFactAttribute.Found.IsSuccess) Skip = RealDataFactAttribute.Found.Diagnostics[0].ToString();
    }
}
