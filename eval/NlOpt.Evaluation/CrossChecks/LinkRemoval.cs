using NlOpt.Formulation;
using NlOpt.Modeling;

namespace NlOpt.Evaluation;

/// <summary>Takes one row out of a right model that ties a binary variable to its amount, as whoever writes rows by hand forgets it.</summary>
internal sealed class LinkRemoval(ProblemFormulation gold, Random random)
{
    /// <summary>The model without it; null where there is none.</summary>
    public FaultyFormulation? Make()
    {
        var lowered = Lowering.Lower(gold).Value;
        List<(bool IsRow, int Index)> links =
        [
            .. lowered.Rows.Index().Where(row => row.Item is RowOrigin.Link).Select(row => (true, row.Index)),
            .. lowered.Indicators.Index().Where(row => row.Item is RowOrigin.Link).Select(row => (false, row.Index)),
        ];
        if (links.Count == 0) return null;
        var (isRow, index) = links[random.Next(links.Count)];
        var name = isRow ? lowered.Model.Rows[index].Name : lowered.Model.Indicators[index].Name;
        var solved = lowered with
        {
            Model = Without(lowered.Model, isRow ? index : -1, isRow ? -1 : index),
            Rows = isRow ? lowered.Rows.RemoveAt(index) : lowered.Rows,
            Indicators = isRow ? lowered.Indicators : lowered.Indicators.RemoveAt(index),
        };
        return new FaultyFormulation(gold, solved, $"no row {name}");
    }

    private static Model Without(Model model, int row, int indicator)
    {
        var builder = new ModelBuilder(model.Name);
        foreach (var variable in model.Variables) builder.AddVariable(variable.Name!, variable.Kind, variable.Lower, variable.Upper);
        foreach (var (index, item) in model.Rows.Index())
            if (index != row) builder.AddRow(item.Expression, item.Lower, item.Upper, item.Name);
        foreach (var (index, item) in model.Indicators.Index())
            if (index != indicator) builder.AddIndicator(item.Binary, item.ActiveValue, item.Expression, item.Lower, item.Upper, item.Name);
        builder.SetObjective(model.Objective.Sense, model.Objective.Expression);
        return builder.Build();
    }
}
