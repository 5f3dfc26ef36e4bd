using System.Collections.Immutable;
using NlOpt.Formulation;

namespace NlOpt.Pipeline.Tests.Commands;

/// <summary>Builds formulations over a text, with every number tied to its words.</summary>
internal sealed class FormulationSketch(string text)
{
    private readonly List<LedgerEntry> _ledger = [];

    /// <summary>The first place of some words.</summary>
    public Evidence Span(string words, int after = 0)
    {
        var start = text.IndexOf(words, after, StringComparison.Ordinal);
        return start >= 0 ? new Evidence(start, start + words.Length) : throw new ArgumentException($"The text does not say '{words}'.", nameof(words));
    }

    /// <summary>A number of a phrase, noted in the ledger.</summary>
    public SourcedNumber Number(double value, string written, string phrase, NumberUse use)
    {
        var span = Span(written, Span(phrase).Start);
        _ledger.Add(new LedgerEntry(span, value, use));
        return new SourcedNumber(value, span);
    }

    /// <summary>Notes a number that is not used.</summary>
    public FormulationSketch SetAside(double value, string written, string reason)
    {
        _ledger.Add(new LedgerEntry(Span(written), value, new NumberUse.SetAside(reason)));
        return this;
    }

    public DecisionVariable Variable(int index, string name, string? unit, Divisibility divisibility, string reason) =>
        new(new DecisionVariableId(index), name, [Span(name)], unit, divisibility, reason);

    public ProblemFormulation Of(
        ImmutableArray<DecisionVariable> variables, ObjectiveStatement objective, ImmutableArray<Statement> statements, params ImmutableArray<Question> questions) =>
        new(Source.Of(text), variables, objective, statements, [.. _ledger.OrderBy(entry => entry.Evidence)], questions, 0.9);
}
