# path: app/names.py
from app.all import *


class UserService: ...


class MailClient: ...


class JobManager: ...


class UserRepository: ...


class UserRepo: ...


class UserDAO: ...


class UserDao: ...


class ImageProcessor: ...


class ErrorHandler: ...


class MailSender: ...


class RuleEngine: ...


class MailWorker: ...


class VectorStore: ...


class PaymentGateway: ...


class TokenProvider: ...


class CreateUserUseCase: ...


class ChatAgent: ...


class ToolRegistry: ...


class OrderController: ...


class FlowOrchestrator: ...


class IngestPipeline: ...


class CRUDUser: ...


class _PrivateService: ...


class Service: ...


a1 = UserService()  # finding: QK201
a2 = MailClient()  # finding: QK201
a3 = JobManager()  # finding: QK201
a4 = UserRepository()  # finding: QK201
a5 = UserRepo()  # finding: QK201
a6 = UserDAO()  # finding: QK201
a7 = UserDao()  # finding: QK201
a8 = ImageProcessor()  # finding: QK201
a9 = ErrorHandler()  # finding: QK201
b1 = MailSender()  # finding: QK201
b2 = RuleEngine()  # finding: QK201
b3 = MailWorker()  # finding: QK201
b4 = VectorStore()  # finding: QK201
b5 = PaymentGateway()  # finding: QK201
b6 = TokenProvider()  # finding: QK201
b7 = CreateUserUseCase()  # finding: QK201
b8 = ChatAgent()  # finding: QK201
b9 = ToolRegistry()  # finding: QK201
c1 = OrderController()  # finding: QK201
c2 = FlowOrchestrator()  # finding: QK201
c3 = IngestPipeline()  # finding: QK201
c4 = CRUDUser()  # finding: QK201
c5 = _PrivateService()  # finding: QK201
c6 = Service()  # finding: QK201


class ServiceReport: ...


class Restore: ...


class Microservice: ...


class ClientError: ...


class UserServiceFactory: ...


class Calculator: ...


class HandlerInfo: ...


d1 = ServiceReport()
d2 = Restore()
d3 = Microservice()
d4 = ClientError()
d5 = UserServiceFactory()
d6 = Calculator()
d7 = HandlerInfo()
