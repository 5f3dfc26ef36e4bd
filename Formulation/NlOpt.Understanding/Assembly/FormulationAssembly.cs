using System.Collections.Immutable;
using NlOpt.Formulation;
using NlOpt.Formulation.Units;
using NlOpt.Understanding.Clauses;
using NlOpt.Understanding.Decisions;
using NlOpt.Understanding.Decoding;

namespace NlOpt.Understanding.Assembly;

/// <summary>A decoded reading as a formulation, with what its questions are made from.</summary>
/// <param name="Reading">The decoded reading.</param>
/// <param name="Formulation">The formulation, without questions.</param>
/// <param name="Statements">Its statements with their rows.</param>
/// <param name="Kinds">How each variable is counted or measured, by variable.</param>
/// <param name="Units">What the unit ledger found; its conversions are made.</param>
internal sealed record AssembledReading(
    DecodedReading Reading,
    ProblemFormulation Formulation,
    IReadOnlyList<AssembledStatement> Statements,
    IReadOnlyList<AmountKind> Kinds,
    UnitFindings Units);

/// <summary>Makes formulations from decoded readings of one text.</summary>
internal sealed class FormulationAssembly(SourceText source, TextSpans spans)
{
    // Readings of one hypothesis name its variables alike.
    private readonly Dictionary<ReadingContext, NamedVariable[]> _named = [];

    /// <summary>Assembles a reading.</summary>
    /// <param name="reading">The reading.</param>
    /// <param name="probability">Probability in [0, 1] that all of it is right.</param>
    /// <returns>Null when the reading says something that no formulation can hold, such as a share of 40.</returns>
    public AssembledReading? Assemble(DecodedReading reading, double probability)
    {
        if (!_named.TryGetValue(reading.Context, out var named)) _named[reading.Context] = named = VariableNaming.Of(reading.Context, spans);
        var kinds = new AmountKindFinder(reading, spans).OfAll(named);
        var variables = named.Zip(kinds, (name, kind) => (name, kind)).Select((item, variable) => new DecisionVariable(
            new DecisionVariableId(variable), item.name.Name, item.name.Mentions, item.kind.Unit, item.kind.Divisibility,
                item.kind.Reason)).ToImmutableArray();
        var assembly = new StatementAssembly(reading, spans);
        var (objective, assembled) = new FixedChargeAssembly(reading, spans).Add(
            new ObjectiveAssembly(reading, spans, assembly, variables).Objective(), assembly.Statements());
        var clauses = new ClauseStatements(spans, reading.Context.Text.Quantities);
        ImmutableArray<Statement> statements = [.. assembled.Select(item => item.Statement), .. reading.Context.Clauses.Select(clauses.Of)];
        var ledger = new LedgerAssembly(spans, reading.Context.Text.Quantities).Build(variables, objective, statements);
        var formulation = new ProblemFormulation(source.Source, variables, objective, statements, ledger, [], probability);
        if (!FormulationCheck.Check(formulation).IsEmpty) return null;
        var units = UnitLedger.Reconcile(formulation);
        var converted = assembled.Zip(units.Formulation.Statements, (item, statement) => item with { Statement = statement }).ToList();
        return new AssembledReading(reading, units.Formulation, converted, kinds, units);
    }
}
