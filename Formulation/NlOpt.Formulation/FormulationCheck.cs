using System.Collections.Immutable;
using NlOpt.Modeling;

namespace NlOpt.Formulation;

/// <summary>
/// Checks a formulation from anywhere (a reader, a language model, a file) before anything is built on it. Everything that lowers or
/// explains formulations relies on a clean check.
/// </summary>
public static class FormulationCheck
{
    /// <summary>Finds everything that is wrong with a formulation.</summary>
    /// <returns>The findings with codes <c>formulation.*</c>; empty when all is well. Only errors prevent lowering.</returns>
    /// <exception cref="ArgumentException">One of its lists was never set.</exception>
    public static ImmutableArray<Diagnostic> Check(ProblemFormulation formulation)
    {
        ArgumentNullException.ThrowIfNull(formulation);
        if (formulation.Source.Turns.IsDefault || formulation.Variables.IsDefault || formulation.Objective.Terms.IsDefault
            || formulation.Statements.IsDefault || formulation.Ledger.IsDefault || formulation.Questions.IsDefault)
            throw new ArgumentException("Every list of a formulation must be set; use an empty one for none.", nameof(formulation));

        var findings = new FormulationFindings(formulation);
        CheckVariables(formulation, findings);
        CheckObjective(formulation.Objective, findings);
        for (var index = 0; index < formulation.Statements.Length; index++)
            StatementCheck.Check(formulation.Statements[index], findings.At($"statement {index + 1}"));
        CheckLedger(formulation, findings);
        for (var index = 0; index < formulation.Questions.Length; index++)
        {
            var at = findings.At($"question {index + 1}");
            at.Evidence(formulation.Questions[index].Quote);
            at.Probability(formulation.Questions[index].ExpectedLoss, "expected loss");
            at.Probability(formulation.Questions[index].Doubt ?? 0, "doubt");
        }

        findings.Probability(formulation.Probability, "probability");
        return findings.ToImmutable();
    }

    private static void CheckVariables(ProblemFormulation formulation, FormulationFindings findings)
    {
        if (formulation.Variables.IsEmpty)
            findings.Error("formulation.variables.none", "there is no decision variable", "say what is to be decided");
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var index = 0; index < formulation.Variables.Length; index++)
        {
            var variable = formulation.Variables[index];
            var at = findings.At($"variable {index + 1}");
            if (variable.Id.Index != index) at.Error("formulation.variable.id", $"its id is {variable.Id.Index} but it stands at position {index}");
            if (string.IsNullOrWhiteSpace(variable.Name)) at.Error("formulation.variable.name", "its name is blank");
            else if (!names.Add(variable.Name)) at.Error("formulation.variable.name", $"another variable is called '{variable.Name}' too");
            if (!Enum.IsDefined(variable.Divisibility)) at.Error("formulation.variable.divisibility", "it is neither whole nor divisible");
            at.Evidence(variable.Mentions);
            if (variable.SmallestBatch is not { } batch) continue;
            at.Number(batch, "smallest batch");
            if (batch.Value <= 0) at.Error("formulation.variable.batch", "its smallest batch must be above zero");
        }
    }

    private static void CheckObjective(ObjectiveStatement objective, FormulationFindings findings)
    {
        var at = findings.At("objective");
        if (objective.Terms.IsEmpty && objective.FixedCharges.IsDefaultOrEmpty)
            at.Error("formulation.objective.empty", "it has no amounts, so there is nothing to make large or small", "say what is wanted");
        if (!Enum.IsDefined(objective.Sense) || !Enum.IsDefined(objective.Class))
            at.Error("formulation.objective.kind", "its sense or class is unknown");
        at.Terms(objective.Terms);
        at.Charges(objective.FixedCharges);
        if (objective.Constant is { } constant) at.Number(constant, "constant");
        at.Evidence(objective.Evidence);
        at.Probability(objective.Probability, "probability");
    }

    private static void CheckLedger(ProblemFormulation formulation, FormulationFindings findings)
    {
        for (var index = 0; index < formulation.Ledger.Length; index++)
        {
            var at = findings.At($"ledger entry {index + 1}");
            var entry = formulation.Ledger[index];
            at.Number(new SourcedNumber(entry.Value, entry.Evidence), "value");
            switch (entry.Use)
            {
                case NumberUse.InStatement(var statement) when statement < 0 || statement >= formulation.Statements.Length:
                    at.Error("formulation.ledger", $"it names statement {statement + 1}, which does not exist");
                    break;
                case NumberUse.InName(var variable):
                    at.Reference(variable);
                    break;
                case NumberUse.InSmallestBatch(var variable):
                    at.Reference(variable);
                    break;
                default:
                    break;
            }
        }
    }
}
