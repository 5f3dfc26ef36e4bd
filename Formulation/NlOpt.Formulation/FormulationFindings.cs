using System.Collections.Immutable;
using NlOpt.Modeling;

namespace NlOpt.Formulation;

/// <summary>Collects what is wrong with the parts of one formulation; one instance speaks of one part.</summary>
internal sealed class FormulationFindings
{
    private readonly ProblemFormulation _formulation;
    private readonly ImmutableArray<Diagnostic>.Builder _found;
    private readonly string? _part;

    public FormulationFindings(ProblemFormulation formulation)
        : this(formulation, ImmutableArray.CreateBuilder<Diagnostic>(), null)
    {
    }

    private FormulationFindings(ProblemFormulation formulation, ImmutableArray<Diagnostic>.Builder found, string? part)
    {
        _formulation = formulation;
        _found = found;
        _part = part;
    }

    /// <summary>The same collection, speaking of one part.</summary>
    public FormulationFindings At(string part) => new(_formulation, _found, part);

    public ImmutableArray<Diagnostic> ToImmutable() => _found.ToImmutable();

    public void Error(string code, string message, string? remedy = null) =>
        _found.Add(Diagnostic.Error(code, message, Location, remedy));

    public void Warning(string code, string message, string? remedy = null) =>
        _found.Add(Diagnostic.Warning(code, message, Location, remedy));

    public bool Reference(DecisionVariableId variable)
    {
        if (variable.Index >= 0 && variable.Index < _formulation.Variables.Length) return true;
        Error("formulation.reference", $"it names variable {variable.Index}, but there are only {_formulation.Variables.Length}");
        return false;
    }

    public void Variables(ImmutableArray<DecisionVariableId> variables, int atLeast, string what)
    {
        if (variables.IsDefault || variables.Length < atLeast)
        {
            Error("formulation.variables.few", $"{what} needs at least {atLeast} variable{(atLeast == 1 ? "" : "s")}");
            return;
        }

        foreach (var variable in variables) Reference(variable);
        if (variables.Distinct().Count() < variables.Length) Error("formulation.repetition", $"a variable stands twice in {what}");
    }

    public void Terms(ImmutableArray<WeightedVariable> terms)
    {
        foreach (var term in terms)
        {
            Reference(term.Variable);
            Number(term.Coefficient, "coefficient");
            if (term.Deduction is { } deduction) Number(deduction, "deduction");
            if (!double.IsFinite(term.Value)) Error("formulation.number", "a coefficient less its deduction is not a finite number");
        }

        if (terms.DistinctBy(term => term.Variable).Count() < terms.Length) Error("formulation.repetition", "a variable has two coefficients");
    }

    public void Charges(ImmutableArray<FixedCharge> charges)
    {
        if (charges.IsDefault)
        {
            Error("formulation.charges", "its list of fixed charges was never set");
            return;
        }

        foreach (var charge in charges)
        {
            Reference(charge.Variable);
            Number(charge.Amount, "fixed charge");
        }

        if (charges.DistinctBy(charge => charge.Variable).Count() < charges.Length)
            Error("formulation.repetition", "a variable has two fixed charges");
    }

    public void Number(SourcedNumber number, string what)
    {
        if (!double.IsFinite(number.Value)) Error("formulation.number", $"its {what} is not a finite number");
        Evidence(number.Evidence);
    }

    public void Limit(Limit limit, string what)
    {
        foreach (var number in limit.Numbers) Number(number, what);
        if (limit.Lower > limit.Upper) Error("formulation.limit", $"its {what} runs from the larger number to the smaller one");
    }

    public void Evidence(ImmutableArray<Evidence> spans)
    {
        if (spans.IsDefault) Error("formulation.evidence", "its list of spans was never set");
        else foreach (var span in spans) Evidence(span);
    }

    public void Evidence(Evidence? span)
    {
        if (span is not { } evidence) return;
        var turns = _formulation.Source.Turns;
        if (evidence.Turn < 0 || evidence.Turn >= turns.Length)
            Error("formulation.evidence", $"it points at turn {evidence.Turn}, but there are only {turns.Length}");
        else if (evidence.Start < 0 || evidence.Start >= evidence.End || evidence.End > turns[evidence.Turn].Length)
            Error("formulation.evidence", $"it points at characters {evidence.Start} to {evidence.End}, which is no span of the text");
    }

    public void Probability(double value, string what)
    {
        if (!(value is >= 0 and <= 1)) Error("formulation.probability", $"its {what} must lie between 0 and 1");
    }

    private DiagnosticLocation? Location => _part is null ? null : new DiagnosticLocation(Source: _part);
}
