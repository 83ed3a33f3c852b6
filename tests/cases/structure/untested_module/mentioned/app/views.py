def order_detail(request):
    return request.user
