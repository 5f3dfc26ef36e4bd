using System.Collections.Immutable;

namespace NlOpt.Formulation;

/// <summary>Several activities joined by "and" or by "or".</summary>
/// <param name="Activities">At least one, without repetition of a variable.</param>
/// <param name="IsAll">True: all of them; false: any of them, perhaps several. For a single activity both mean the same.</param>
public sealed record ActivityGroup(ImmutableArray<Activity> Activities, bool IsAll)
{
    /// <summary>A group of one.</summary>
    public static ActivityGroup Of(Activity activity) => new([activity], IsAll: true);
}
