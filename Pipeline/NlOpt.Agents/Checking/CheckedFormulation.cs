using System.Collections.Immutable;
using NlOpt.Formulation;
using NlOpt.Understanding;

namespace NlOpt.Agents.Checking;

/// <summary>A formulation that someone else made, with what the embedded reader knows of its text: what all checks look at.</summary>
internal sealed class CheckedFormulation
{
    private readonly Dictionary<string, RowSide> _sides = new(StringComparer.Ordinal);

    /// <summary>Puts it together.</summary>
    /// <param name="lowered">The formulation, lowered by this product.</param>
    /// <param name="solved">The model that whoever made it would solve; the same as the lowered one where nothing else was given.</param>
    /// <param name="guided">The readings of the text with the variables of the formulation.</param>
    /// <param name="free">The readings with the variables that the reader found.</param>
    public CheckedFormulation(LoweredModel lowered, LoweredModel solved, ImmutableArray<WeighedReading> guided, ImmutableArray<WeighedReading> free)
    {
        (Lowered, Solved, Guided, Free) = (lowered, solved, new ReadingMarginals(guided), free);
        foreach (var side in RowSide.Of(lowered)) _sides.TryAdd(side.Key, side);
        Numbers = [.. lowered.Formulation.Source.Turns.SelectMany((turn, index) => NoteReader.Numbers(turn)
            .Select(number => number with { Evidence = number.Evidence with { Turn = index } }))];
    }

    /// <summary>The formulation with its rows.</summary>
    public LoweredModel Lowered { get; }

    /// <summary>The model that would be solved.</summary>
    public LoweredModel Solved { get; }

    /// <summary>The formulation.</summary>
    public ProblemFormulation Formulation => Lowered.Formulation;

    /// <summary>What the readings with its variables say.</summary>
    public ReadingMarginals Guided { get; }

    /// <summary>The readings with the variables that the reader found; empty where it read none.</summary>
    public ImmutableArray<WeighedReading> Free { get; }

    /// <summary>The numbers of the text.</summary>
    public ImmutableArray<SpokenNumber> Numbers { get; }

    /// <summary>Its sides, each once.</summary>
    public IEnumerable<RowSide> Sides => _sides.Values;

    /// <summary>Its rules beside what the readings say instead, where they differ.</summary>
    public ImmutableArray<RulePair> Pairs => field.IsDefault ? field = RulePair.Of(this) : field;

    /// <summary>True when some statement says it.</summary>
    public bool Says(RowSide side) => _sides.ContainsKey(side.Key);
}
