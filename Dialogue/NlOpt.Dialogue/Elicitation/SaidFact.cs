using System.Collections.Immutable;
using NlOpt.Understanding;

namespace NlOpt.Dialogue.Elicitation;

/// <summary>A sentence that holds facts, with its numbers and what each measures, by which it is known when it is said again.</summary>
/// <param name="Text">The sentence.</param>
internal sealed record SaidFact(string Text)
{
    private const double MostlyAlike = 0.5;
    private const int FamilyPrefix = 4;

    /// <summary>Its numbers in order; the pronoun "one" is none.</summary>
    public ImmutableArray<SaidNumber> Numbers { get; } = [.. NoteReader.Numbers(Text)
        .Where(number => !Text[number.Evidence.Start..number.Evidence.End].Equals("one", StringComparison.OrdinalIgnoreCase))
        .Select(number => new SaidNumber(
            number.Value, number.IsMoney, number.IsShare, NoteReader.Stems(MeasureWords.After(Text, number.Evidence.End))))];

    private ImmutableHashSet<string> Stems { get; } = [.. NoteReader.Stems(Text)];

    /// <summary>Whether this sentence says a number of another one, of the same.</summary>
    public bool Says(SaidNumber number, SaidFact of) => Numbers.Any(own => own.IsSame(number)) && Alike(of) >= MostlyAlike;

    /// <summary>Whether another sentence says all that this one says.</summary>
    public bool IsSaidBy(SaidFact other) => other.Alike(this) >= MostlyAlike;

    /// <summary>Whether it says a word, in this form or another of the same family: "operates", "operating".</summary>
    /// <param name="stem">The word's stem.</param>
    public bool Speaks(string stem) => Stems.Contains(stem) || Stems.Any(own => AreOfOneFamily(own, stem));

    /// <summary>The share of the words of another sentence that this one says too, in [0, 1].</summary>
    public double Alike(SaidFact other) => other.Stems.IsEmpty ? 1 : (double)other.Stems.Count(Stems.Contains) / other.Stems.Count;

    private static bool AreOfOneFamily(string one, string other)
    {
        var common = one.AsSpan().CommonPrefixLength(other);
        return common >= FamilyPrefix && 2 * common >= Math.Max(one.Length, other.Length);
    }
}
